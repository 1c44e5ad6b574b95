import { byId } from './element';

/** Shows the two lines that a marketplace copies, with the address of this very service. */
export function showSnippet(): void {
  const base = new URL('.', location.href).href;
  const code = [
    `<script type="module" src="${base}tel-button.js"></script>`,
    `<tel-button endpoint="${base}connect" ticket="CALL_TICKET"></tel-button>`,
  ].join('\n');
  byId('snippet').textContent = code;
  byId('copy').addEventListener('click', () =>
    navigator.clipboard.writeText(code).then(confirmCopy, selectCode),
  );
}

function confirmCopy(): void {
  byId('copied').textContent = document.documentElement.lang === 'en' ? 'Copied' : 'コピーしました';
}

/** Without permission for the clipboard the reader copies by hand. */
function selectCode(): void {
  getSelection()?.selectAllChildren(byId('snippet'));
}
