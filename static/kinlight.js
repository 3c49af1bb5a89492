// Enhancement only: every journey works without this file. It stores nothing.
(function () {
  'use strict';
  var root = document.documentElement;
  var speech = window.speechSynthesis;
  root.className += ' js';

  // After sending or the quick exit, nothing is kept any more.
  var gone = false;

  // The quick exit leaves no history entry behind.
  var leave = document.querySelector('[data-leave]');
  if (leave) {
    leave.addEventListener('click', function (event) {
      event.preventDefault();
      gone = true;
      if (speech) { speech.cancel(); }
      document.title = '\u2026';
      document.body.hidden = true;
      // Some browsers empty their cache for seconds: they do it when this page is gone.
      if (window.fetch) { fetch('/left.gif', { keepalive: true }).catch(function () {}); }
      location.replace(leave.href);
    });
  }

  // A code is copied without its spaces.
  function copied(button) {
    var said = button.textContent;
    button.textContent = button.getAttribute('data-copied');
    setTimeout(function () { button.textContent = said; }, 4000);
  }
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  each('[data-copy]', function (button) {
    button.addEventListener('click', function () {
      var code = button.parentNode.querySelector('[data-code]');
      var plain = code.textContent.replace(/\s/g, '');
      if (navigator.clipboard) {
        navigator.clipboard.writeText(plain).then(function () { copied(button); });
        return;
      }
      var range = document.createRange();
      range.selectNodeContents(code);
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      if (document.execCommand('copy')) { copied(button); }
    });
  });
  each('[data-print]', function (button) {
    button.addEventListener('click', function () { print(); });
  });

  // The digits are played here instead of on a page of their own.
  each('a.listen', function (link) {
    link.addEventListener('click', function (event) {
      if (!window.Audio) { return; }
      event.preventDefault();
      var played = new Audio(link.href).play();
      if (played && played.catch) { played.catch(function () { location.href = link.href; }); }
      var digits = document.getElementById('f-digits');
      if (digits) { digits.focus(); }
    });
  });

  // Only a voice on this phone: a network voice would tell a company what is read.
  var listen = document.querySelector('[data-listen]');
  if (listen && speech) {
    var label = listen.textContent;
    var voice, saying;
    var hush = function () {
      saying = 0;
      speech.cancel();
      listen.textContent = label;
    };
    speech.onvoiceschanged = function () {
      voice = speech.getVoices().filter(function (one) {
        return one.localService === true && one.lang.split(/[-_]/)[0] === root.lang.split('-')[0];
      })[0];
      listen.hidden = !voice;
    };
    speech.onvoiceschanged();
    listen.addEventListener('click', function () {
      if (saying) { hush(); return; }
      var parts = 'h1,h2,p,li,dt,dd,legend,label,summary,.door,.photo';
      hush();
      saying = [];
      each(parts, function (part) {
        // Nothing twice, no folded parts, no language names.
        if (!part.closest('main') || part.parentNode.closest(parts + ',.languages') || !part.offsetParent) { return; }
        var said = new SpeechSynthesisUtterance(part.alt || part.innerText);
        said.voice = voice;
        said.lang = voice.lang;
        saying.push(said);
        speech.speak(said);
      });
      saying[saying.length - 1].onend = hush;
      listen.textContent = listen.getAttribute('data-stop');
    });
    addEventListener('pagehide', hush);
    document.addEventListener('visibilitychange', hush);
  }

  // A double press sends the form once.
  each('form', function (form) {
    var sent = false;
    form.addEventListener('submit', function (event) {
      if (sent) { event.preventDefault(); }
      sent = gone = true;
      setTimeout(function () { sent = false; }, 5000);
    });
  });

  // Keeps what is typed, sealed, until the visitor comes back.
  each('form[data-keep]', function (form) {
    if (!navigator.sendBeacon || !window.URLSearchParams) { return; }
    var typed = function () { return new URLSearchParams(new FormData(form)).toString(); };
    var kept = typed();
    var timer;
    var keep = function () {
      var now = typed();
      if (gone || now === kept) { return; }
      kept = now;
      navigator.sendBeacon(form.action, new Blob([now + '&keep=1'], { type: 'application/x-www-form-urlencoded' }));
    };
    form.addEventListener('input', function () {
      clearTimeout(timer);
      timer = setTimeout(keep, 800);
    });
    addEventListener('pagehide', keep);
  });

  // The list of faults gets the focus; its links lead into the fields.
  var errors = document.getElementById('errors');
  if (errors) {
    errors.focus();
    errors.addEventListener('click', function (event) {
      var target = event.target.hash && document.getElementById(event.target.hash.slice(1));
      if (!target) { return; }
      event.preventDefault();
      target.focus();
      var label = target.form && target.closest && (target.closest('fieldset') || target.closest('.field'));
      (label || target).scrollIntoView();
    });
  }
})();
