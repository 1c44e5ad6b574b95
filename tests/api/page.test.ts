import { readFileSync } from 'node:fs';
import { API_PAGE } from '../../scripts/api-docs';
import { readDocument } from '../../scripts/api-docs/document';
import { html } from '../../scripts/api-docs/markup';
import { apiPage } from '../../scripts/api-docs/page';
import { inProject } from '../../scripts/project';

it('the page of the HTTP API is what npm run api-docs makes of the document', () => {
  expect(readFileSync(inProject(API_PAGE), 'utf8') === apiPage(readDocument())).toBe(true);
});

it('nothing in the document can add markup to the page', () => {
  const text = '<script>"a" & \'b\'</script>';
  expect(html`<p title="${text}">${[text]}</p>`.text).not.toMatch(/<script|"a"|'b'/);
});
