// Enhancement for the desk: keyboard keys for the queue. Off inside fields.
(function () {
  'use strict';
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-row]'));
  var at = -1;

  function go(to) {
    if (to < 0 || to >= rows.length) { return; }
    if (rows[at]) { rows[at].classList.remove('is-current'); }
    at = to;
    rows[at].classList.add('is-current');
    var fold = rows[at].closest('details');
    if (fold) { fold.open = true; }
    rows[at].querySelector('[data-row-link]').focus();
  }

  // Buttons and links name their own key: data-key="c".
  function press(key) {
    var scope = rows[at] || document;
    var target = scope.querySelector('[data-key="' + key + '"]') || document.querySelector('[data-key="' + key + '"]');
    if (target) { target.click(); }
    return Boolean(target);
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    if (document.body.getAttribute('data-keys') === 'off') { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.nodeName) || event.target.isContentEditable) { return; }
    var key = event.key.toLowerCase();
    if (key === 'j') { go(at + 1); }
    else if (key === 'k') { go(at - 1); }
    else if (!/^[curnz1-4?]$/.test(key) || !press(key)) { return; }
    event.preventDefault();
  });
})();
