import { codesOf, type Operation, type Parameter, type Response, type Schema } from './document';
import { both, html, type Markup, sample, saying } from './markup';
import { schemaLists, typeOf } from './schema';

/** One operation: who may ask, what to send, what comes back. */
export function operationSection(operation: Operation): Markup {
  const { path, method, parameters = [], requestBody, responses, externalDocs } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const content = requestBody?.content['application/json'] ?? Object.values(requestBody?.content ?? {})[0];
  return html`
<article id="${operation.operationId}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${saying(operation)} ${externalDocs ? html`<a href="${externalDocs.url}">${vendorOf(externalDocs.url)}</a>` : ''}</p>
<p class="hint">${credentialsOf(operation)}</p>
${query.length > 0 ? parameterList(query) : ''}
${content ? html`<h4>${both('送る内容', 'Body')}</h4><p>${saying(requestBody ?? {})}</p>${schemaLists(content.schema)}${examples(content)}` : ''}
<h4>${both('応答', 'Answers')}</h4>
<dl class="answers">${Object.entries(responses).map(([status, response]) => answer(status, response))}</dl>
</article>`;
}

/** Whose page it is. */
function vendorOf(url: string): string {
  return new URL(url).hostname.endsWith('twilio.com') ? 'Twilio' : 'Upstash';
}

const credentialNames: Readonly<Record<string, Markup>> = {
  callTicket: both('通話チケット', 'a call ticket'),
  apiKey: both('API キー', 'an API key'),
  twilioSignature: both('Twilio の署名', "Twilio's signature"),
  qstashSignature: both('QStash の署名', "QStash's signature"),
};

function credentialsOf({ security, 'x-scope': scope }: Operation): Markup {
  const names = security
    .flatMap((requirement) => Object.keys(requirement))
    .flatMap((name) => credentialNames[name] ?? []);
  if (names.length === 0) return both('認証は要りません。', 'Open to everybody.');
  const listed = names.map((name, index) => (index === 0 ? name : html` ${both('または', 'or')} ${name}`));
  const needed =
    scope === undefined
      ? ''
      : html` ${both(`（API キーの権限 \`${scope}\`）`, `(scope \`${scope}\` for an API key)`)}`;
  return html`${both('認証：', 'Needs ')}${listed}${needed}`;
}

function parameterList(parameters: readonly Parameter[]): Markup {
  return html`<h4>${both('URL のパラメーター', 'In the URL')}</h4><dl class="answers">${parameters.map(
    ({ name, schema, ...parameter }) =>
      html`<dt><code>${name}</code> ${typeOf(schema)}</dt><dd>${saying(parameter)}</dd>`,
  )}</dl>`;
}

function answer(status: string, response: Response): Markup {
  const codes = codesOf(response);
  const content = response.content?.['application/json'];
  const data = status === '200' ? dataOf(content?.schema) : [];
  return html`<dt>${status}</dt><dd><p>${saying(response)}</p>${
    codes.length > 0
      ? html`<p>${codes.map((code) => html`<a class="code" href="#${code}">${code}</a> `)}</p>`
      : ''
  }${data}${content ? examples(content) : ''}</dd>\n`;
}

/** A success differs from another in what is under `data`. */
function dataOf(schema: Schema | undefined): Markup[] {
  const data = schema?.properties?.data;
  return data === undefined ? [] : schemaLists(data);
}

function examples({
  examples: named = {},
}: {
  examples?: Readonly<Record<string, { value: unknown }>>;
}): Markup[] {
  return Object.values(named).map(({ value }) => sample(value));
}
