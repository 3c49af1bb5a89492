// Drag a 4:5 box over the picture; it fills the four numbers, which also work without it.
(function () {
  var stage = document.querySelector('[data-crop]');
  var field = function (side) { return document.querySelector('#f-crop_' + side); };
  if (!stage || !field('left')) { return; }
  var picture = stage.querySelector('img');
  var box = stage.appendChild(document.createElement('div'));
  var grip = box.appendChild(document.createElement('i'));
  var at, held, across, down;
  box.className = 'crop-box';

  function draw(isNew) {
    at.width = Math.max(24, Math.min(at.width, across, down * 0.8));
    at.height = at.width * 1.25;
    at.left = Math.max(0, Math.min(at.left, across - at.width));
    at.top = Math.max(0, Math.min(at.top, down - at.height));
    for (var side in at) {
      var whole = /left|width/.test(side) ? across : down;
      box.style[side] = at[side] + 'px';
      if (isNew) { field(side).value = (Math.floor(at[side] / whole * 1e4) / 100).toFixed(2); }
    }
    if (isNew) { document.querySelector('[name=crop_preset][value=drawn]').checked = true; }
  }

  function start() {
    across = picture.clientWidth;
    down = picture.clientHeight;
    var part = function (side, whole) { return parseFloat(field(side).value) / 100 * whole; };
    var width = Math.min(across, down * 0.8);
    at = field('width').value
      ? { left: part('left', across), top: part('top', down), width: part('width', across) }
      : { left: (across - width) / 2, top: (down - width * 1.25) * 0.35, width: width };
    draw(false);
  }

  box.onpointerdown = function (event) {
    held = { x: event.clientX - at.left, y: event.clientY - at.top, width: at.width - event.clientX, grip: event.target === grip };
    box.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  box.onpointermove = function (event) {
    if (!held) { return; }
    if (held.grip) { at.width = held.width + event.clientX; } else { at.left = event.clientX - held.x; at.top = event.clientY - held.y; }
    draw(true);
  };
  box.onpointerup = box.onpointercancel = function () { held = null; };
  if (picture.complete) { start(); } else { picture.onload = start; }
})();
