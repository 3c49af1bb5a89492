// Dragging a 4:5 box over the photo fills in the four numbers of the crop.
(function () {
  var find = document.querySelector.bind(document);
  var field = function (side) { return find('#f-crop_' + side); };
  var stage = find('[data-crop]');
  if (!stage || !field('left')) { return; }
  var photo = stage.querySelector('img');
  var box = document.createElement('div');
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
      if (isNew) { field(side).value = Math.floor(at[side] / whole * 1e4) / 100; }
    }
    if (isNew) { find('[name=crop_preset][value=drawn]').checked = true; }
  }

  function start() {
    across = photo.clientWidth;
    down = photo.clientHeight;
    var part = function (side, whole) { return field(side).value / 100 * whole; };
    var width = part('width', across) || Math.min(across, down * 0.8);
    at = { left: (across - width) / 2, top: (down - width * 1.25) * 0.35, width: width };
    if (field('width').value) { at.left = part('left', across); at.top = part('top', down); }
    stage.appendChild(box);
    draw();
  }

  box.onpointerdown = function (e) {
    held = { x: e.clientX - at.left, y: e.clientY - at.top, w: e.clientX - at.width, grip: e.target === grip };
    box.setPointerCapture(e.pointerId);
    e.preventDefault();
  };
  box.onpointermove = function (e) {
    if (!held) { return; }
    if (held.grip) { at.width = e.clientX - held.w; } else { at.left = e.clientX - held.x; at.top = e.clientY - held.y; }
    draw(true);
  };
  box.onpointerup = function () { held = 0; };
  // When a phone is turned, the box keeps its place on the photo.
  addEventListener('resize', start);
  if (photo.complete) { start(); } else { photo.onload = start; }
})();
