import { type ApiDocument, errorSchemas, operationsOf, type Schema } from './document';
import { both, html, type Markup, saying } from './markup';
import { operationSection } from './operation';

/** The page that shows the document to people, in both languages, for phones and large windows. */
export function apiPage(document: ApiDocument): string {
  const { info, tags, components } = document;
  const operations = operationsOf(document);
  const inTag = (name: string) => operations.filter((operation) => operation.tags.includes(name));
  return html`<!doctype html>
<html lang="ja">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Tokumei HTTP API ${info.version}</title>
  <link rel="icon" href="icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="page.css">
  <link rel="stylesheet" href="api.css">
  <script type="module" src="api.js"></script>
</head>
<body>
  <!-- Made from docs/api.yaml by npm run api-docs. -->
  <header class="bar">
    <p class="brand"><img src="icon.svg" alt="" width="28" height="28"><a href="index.html">Tokumei</a></p>
    <nav class="languages" aria-label="言語 / Language">
      <button type="button" data-language="ja" lang="ja" aria-pressed="true">日本語</button>
      <button type="button" data-language="en" lang="en" aria-pressed="false">English</button>
    </nav>
  </header>
  <main>
<h1>HTTP API <small>${info.version}</small></h1>
<p class="lead">${saying(info)}</p>
<nav class="contents" aria-label="目次 / Contents"><ul>${tags.map(
    (tag) =>
      html`<li>${saying(tag)}<ul>${inTag(tag.name).map(
        ({ operationId, path }) => html`<li><a href="#${operationId}"><code>${path}</code></a></li>`,
      )}</ul></li>\n`,
  )}<li><a href="#errors">${both('エラーコード', 'Error codes')}</a></li></ul></nav>
<section aria-labelledby="authentication"><h2 id="authentication">${both('認証', 'Authentication')}</h2>
<dl class="answers">${Object.entries(components.securitySchemes).map(
    ([name, scheme]) =>
      html`<dt><code>${scheme.name ?? 'Authorization: Bearer'}</code></dt><dd id="${name}">${saying(scheme)}</dd>\n`,
  )}</dl></section>
${tags.map(
  (tag) =>
    html`<section aria-labelledby="tag-${tag.name}"><h2 id="tag-${tag.name}">${saying(tag)}</h2>${inTag(tag.name).map(operationSection)}</section>`,
)}
<section aria-labelledby="errors"><h2 id="errors">${both('エラーコード', 'Error codes')}</h2>
${errorList(errorSchemas(document))}</section>
  </main>
</body>
</html>
`.text;
}

function errorList(errors: Readonly<Record<string, Schema>>): Markup {
  return html`<dl class="errors">${Object.entries(errors).map(([code, schema]) => {
    const [ja, en] = (schema.properties?.message?.enum ?? []).map(String);
    return html`<dt id="${code}"><code>${code}</code> <span>${schema['x-status'] ?? ''}</span></dt>
<dd><q>${both(ja ?? '', en ?? '')}</q> ${saying(schema)} ${retry(schema['x-retry-after'])}</dd>\n`;
  })}</dl>`;
}

function retry(rule: Schema['x-retry-after']): Markup | string {
  if (rule === 'always') return both('`Retry-After` が付きます。', 'Comes with `Retry-After`.');
  return rule === 'sometimes'
    ? both('`Retry-After` が付くことがあります。', 'May come with `Retry-After`.')
    : '';
}
