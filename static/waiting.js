// Polls how much waits, and updates the open page's menu and title. Polling does not keep the session.
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
        // Signed out or locked: polling ends until the page is opened again.
        if (answer.status === 401 || answer.status === 403) { clearInterval(clock); }
        return answer.ok ? answer.json() : null;
      })
      .then(function (counts) { if (counts) { show(counts); } })
      // No connection at the moment.
      .catch(function () {});
  }
})();
