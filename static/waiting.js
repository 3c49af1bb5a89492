// The menu and the title of an open page keep saying how much waits. Asking is no sign that somebody is here.
(function () {
  'use strict';
  var address = document.currentScript.getAttribute('data-waiting');
  var clock = setInterval(ask, 30000);

  function show(counts) {
    // The lock's cover has a title of its own.
    var cover = document.getElementById('lock-cover');
    if (!cover || !cover.hidden) { return; }
    Array.prototype.forEach.call(document.querySelectorAll('[data-waits]'), function (count) {
      var number = counts[count.getAttribute('data-waits')] || 0;
      count.textContent = number;
      count.hidden = number === 0;
    });
    var title = document.title.replace(/^\(\d+\) /, '');
    document.title = counts.all ? '(' + counts.all + ') ' + title : title;
  }

  function ask() {
    fetch(address, { credentials: 'same-origin', redirect: 'error' })
      .then(function (answer) {
        // Signed out, or locked: whoever comes back opens the page anew.
        if (answer.status === 401 || answer.status === 403) { clearInterval(clock); }
        return answer.ok ? answer.json() : null;
      })
      .then(function (counts) { if (counts) { show(counts); } })
      // No connection just now.
      .catch(function () {});
  }
})();
