/** Staff pages work without this. It adds: focus on errors, printing, copying, a word before words are lost. */

const hasErrors = document.querySelector('.govuk-error-summary');
if (hasErrors instanceof HTMLElement) hasErrors.focus();

for (const button of document.querySelectorAll('[data-print]')) {
  if (!(button instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const form of document.querySelectorAll('form[data-keep]')) {
  let changed = false;
  form.addEventListener('input', () => {
    changed = true;
  });
  form.addEventListener('submit', () => {
    changed = false;
  });
  window.addEventListener('beforeunload', (leaving) => {
    if (changed) leaving.preventDefault();
  });
}
