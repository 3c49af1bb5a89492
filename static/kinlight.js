// Enhancement only: every journey works without this file. It stores nothing and asks no one.
(function () {
  'use strict';
  var root = document.documentElement;
  root.className += ' js';

  // The quick exit leaves no step to come back to.
  var leave = document.querySelector('[data-leave]');
  if (leave) {
    leave.addEventListener('click', function (event) {
      event.preventDefault();
      document.title = '\u2026';
      document.body.hidden = true;
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
      new Audio(link.href).play();
      var digits = document.getElementById('f-digits');
      if (digits) { digits.focus(); }
    });
  });

  // A second press on a button sends nothing twice.
  each('form', function (form) {
    var sent = false;
    form.addEventListener('submit', function (event) {
      if (sent) { event.preventDefault(); }
      sent = true;
      setTimeout(function () { sent = false; }, 5000);
    });
  });

  // Faults are read out first, and their links lead into the field.
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
