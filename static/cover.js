// Drawing a box over a part of the photo fills in the four numbers that cover it.
(function () {
  var stage = document.querySelector('[data-cover]');
  var field = function (side) { return document.querySelector('#f-cover_' + side); };
  if (!stage || !field('left')) { return; }
  var box = document.createElement('div');
  var from;
  box.className = 'cover-box';

  function place(e) {
    var all = stage.getBoundingClientRect();
    var part = function (at, start, size) { return Math.max(0, Math.min(1, (at - start) / size)); };
    return { x: part(e.clientX, all.left, all.width), y: part(e.clientY, all.top, all.height) };
  }

  stage.onpointerdown = function (e) {
    from = place(e);
    stage.setPointerCapture(e.pointerId);
    stage.appendChild(box);
    e.preventDefault();
  };
  stage.onpointermove = function (e) {
    if (!from) { return; }
    var to = place(e);
    var at = {
      left: Math.min(from.x, to.x), top: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y)
    };
    // A click draws no box.
    if (at.width < 0.01 || at.height < 0.01) { return; }
    for (var side in at) {
      box.style[side] = at[side] * 100 + '%';
      field(side).value = Math.floor(at[side] * 1e4) / 100;
    }
    field('left').closest('details').open = true;
  };
  stage.onpointerup = function () { from = 0; };
})();
