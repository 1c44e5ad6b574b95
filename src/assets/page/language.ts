const storageKey = 'tokumei-language';

/** Shows the page in the language chosen last, else in that of the browser, and switches when one is chosen. */
export function followLanguage(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-language]')];
  const show = (language: string) => {
    document.documentElement.lang = language;
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    // An element is not told when the language of the page changes, only when its own does.
    for (const element of document.querySelectorAll('tel-button')) element.setAttribute('lang', language);
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const language = button.dataset.language ?? 'ja';
      localStorage.setItem(storageKey, language);
      show(language);
    });
  }
  show(localStorage.getItem(storageKey) ?? (navigator.language.startsWith('ja') ? 'ja' : 'en'));
}
