/** Endings that make a bare word with a dot a host name; most are never a word or a file type. */
const plainEndings =
  'com co net org info biz jp co.jp ne.jp or.jp ac.jp go.jp gr.jp dev app shop store site online xyz page link blog io vn com.vn kr co.kr cn com.cn tw com.tw hk uk co.uk de fr eu ru br au com.au net.au nz co.nz ca sg com.sg ph com.ph th co.th com.my com.br id.vn top club work tokyo example test';

/** Endings that are also words or abbreviations: they count only before a path, as short links have them. */
const pathEndings = 'me to ly gl gle gd at in is it us tv cc ee so am fm id ai be nu do ws la st sh bz mu gg';

const plain = new Set(plainEndings.split(' '));
const needsPath = new Set(pathEndings.split(' '));

/** Shops and products whose names are written with their ending in ordinary talk. */
const names = new Set(
  'amazon rakuten yahoo google kakaku booking jalan asp vb ado zozo apple microsoft'.split(' '),
);

/** Mail services that are named without their ending, also by nicknames that mean nothing else after an "at". */
export const providers =
  'g[ -]?m-?a-?i-?l|gee[ -]?mail|golf[ -]?mail|じ[ーい]め(?:ーる|える|いる)?|じめーる|がめーる|google(?= ?one| ?mail|の|先生)|ぐーぐる(?=の|めーる|先生)|i[ -]?cloud|あいくらうど|(?:林檎|りんご)(?:印)?の?(?:めーる|雲)|hot ?mai?le?|ほつとめーる|outlook|あうとるつく|proton|protonmail|ぷろとん|naver|y[ -]?mail|yahoo|やつ?ふー|やほー|docomo|どこも|ezweb|softbank|そふとばんく|そふばん|aol|nifty|にふてい|biglobe|zoho';

/** A dot, also spelled out or in brackets, in a folded text. */
export const dot =
  '(?:[.。]|[(\\[{<【「『〈《〔] ?(?:\\.|dot|period|どつと|てん|点) ?[)\\]}>】」』〉》〕]|どつと|d[o0]t(?![a-z])|てん|[^ \\na-z0-9ぁ-んー一-龠@_/-]{1,2}(?=(?:com|net|org|jp)(?![a-z]))|(?:の(?:後ろ|うしろ|あと)に?[、 ]?)?点[、 ]?(?=(?:com|net|org|jp|example|test|shop|co|io|info)(?![a-z])))';

const kanaEndings: Readonly<Record<string, string>> = {
  こむ: 'com',
  ねつと: 'net',
  じえーぴー: 'jp',
  おるぐ: 'org',
  しよつぷ: 'shop',
  てすと: 'test',
};

/** Reads a host's last part, e.g. `co.jp` or こむ, as its ending. */
function endingOf(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  const pair = `${labels.at(-2) ?? ''}.${last}`;
  return plain.has(pair) && labels.length > 2 ? pair : (kanaEndings[last] ?? last);
}

/** Endings of files, which have dots inside as well. */
const files = new Set('gz ts js py md cs rb sh go rs'.split(' '));

/** `name.shop.xy`: three words with dots and a country at the end, whichever country that is. */
function isDeepHost(labels: readonly string[]): boolean {
  const [first = '', ...rest] = labels;
  const last = rest.at(-1) ?? '';
  return rest.length > 1 && /[a-z]{3}/u.test(first) && /^[a-z]{2}$/u.test(last) && !files.has(last);
}

/** How sure it is that labels are a host name: 0 when they are a file, a version or a shop's name. */
export function hostConfidence(labels: readonly string[], hasPath: boolean): number {
  const ending = endingOf(labels);
  const owner = labels[labels.length - 1 - ending.split('.').length] ?? '';
  if (!/[a-z]/u.test(owner) || (names.has(owner) && !hasPath)) return 0;
  if (isDeepHost(labels)) return 0.7;
  if (plain.has(ending)) return owner.length > 1 || hasPath ? 0.85 : 0;
  return needsPath.has(ending) && hasPath ? 0.85 : 0;
}

/** Whether a last label can end a mail address. */
export function endsAddress(labels: readonly string[], strict: boolean): boolean {
  const ending = endingOf(labels);
  return plain.has(ending) || (!strict && /^[a-z]{2,12}$/u.test(ending));
}

const dots = new RegExp(`[ 、]?${dot}[ 、]?`, 'u');

/** The labels of a host as it was found in a folded text, spelled-out dots included. */
export function labelsOf(host: string): string[] {
  return host.split(dots).filter((label) => label !== '');
}
