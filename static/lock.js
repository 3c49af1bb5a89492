// The desk's lock: typing keeps the session, a bar counts down before the lock, and at the limit no word of a case stays on the
// screen. What was typed is kept through the sign-in. It stores nothing.
(function () {
  'use strict';
  var cover = document.getElementById('lock-cover');
  var bar = document.getElementById('lock-bar');
  if (!cover || !bar) { return; }
  var idle = cover.getAttribute('data-idle') * 1000;
  var locks = Date.now() + cover.getAttribute('data-left') * 1000;
  var warned = Math.min(90000, idle / 2);
  var count = bar.querySelector('[data-count]');
  var tabs = window.BroadcastChannel && new BroadcastChannel('kinlight-desk');
  var asked = Date.now();
  var due, typedIn, clock;

  function stays(until) {
    if (until > locks) { locks = until; }
  }

  // An image, so that the page's policy need allow no more. It loads only in a valid session.
  function ping() {
    var at = Date.now();
    var sign = new Image();
    due = 0;
    asked = at;
    sign.onload = function () {
      stays(at + idle);
      if (tabs) { tabs.postMessage(locks); }
    };
    sign.src = cover.getAttribute('data-alive') + '?' + at;
  }

  function form(field) {
    return field.form && field.form.method === 'post' ? field.form : null;
  }

  document.addEventListener('input', function (event) {
    typedIn = form(event.target) || typedIn;
    // At most one a minute; the last letters of a minute count too.
    if (!due) { due = setTimeout(ping, Math.max(0, asked + 61000 - Date.now())); }
  });
  bar.querySelector('[data-stay]').addEventListener('click', ping);
  if (tabs) {
    tabs.onmessage = function (event) { stays(event.data); };
    tabs.postMessage(locks);
  }

  // The typed texts without the page around them; a file has to be chosen again.
  function carrying() {
    var kept = document.createElement('form');
    kept.method = 'post';
    kept.action = location.pathname + '?typed=1&lock=1';
    new FormData(typedIn).forEach(function (value, name) {
      if (typeof value !== 'string') { return; }
      var field = kept.appendChild(document.createElement('input'));
      field.type = 'hidden';
      field.name = name;
      field.value = value;
    });
    return kept;
  }

  function shut() {
    var body = document.body;
    var kept = typedIn && carrying();
    clearInterval(clock);
    while (body.firstChild) { body.removeChild(body.firstChild); }
    document.title = cover.getAttribute('data-title');
    cover.hidden = false;
    body.appendChild(cover);
    if (kept) { body.appendChild(kept); }
    cover.querySelector('[data-open]').addEventListener('click', function () {
      if (kept) { kept.submit(); return; }
      location.replace(cover.getAttribute('data-sign-in') + encodeURIComponent(location.pathname + location.search));
    });
    cover.querySelector('[data-open]').focus();
  }

  clock = setInterval(function () {
    var left = locks - Date.now();
    if (left <= 0) { shut(); return; }
    bar.hidden = left > warned;
    var seconds = Math.ceil(left / 1000);
    count.textContent = Math.floor(seconds / 60) + ':' + ('0' + seconds % 60).slice(-2);
  }, 1000);

  // The Enter key in a box saves that box, as if it were a form of its own.
  document.addEventListener('keydown', function (event) {
    var field = event.target;
    if (event.key !== 'Enter' || event.isComposing || field.nodeName !== 'INPUT' || !field.form || field.form.id !== 'boxes') { return; }
    var box = field.closest('[data-box], .panel');
    var button = box && box.querySelector('button[formaction]');
    if (!button) { return; }
    event.preventDefault();
    button.click();
  });
})();
