import { asked, type Pattern } from './pattern';

const noun =
  "(?:phone |cell ?phone |mobile |contact |tel(?:ephone)? |best )?(?:number|numbers|no\\.|#|num|digits|cell|mobile|mob|phone|cellphone|keitai|landline|denwa|contact no)(?![a-z'])";
const yours = "(?:your|ur|yer|ya|u|yours?|his|her|their|[a-z]+'s(?: [a-z]+'s)?)";
/** Talk about other numbers, about requests, and against them. */
export const notEn =
  /order|track|saying|on the tag|model|serial|room number|seat|part number|reference|booking (?:no|num|ref)|ticket|jersey|invoice|in-?app|app call|app's|call button|not allowed|against|the rule|a rule|scam|(?:never|don't|dont|do not|didn't|can't|cannot|rather not) (?:give|share|send|ask|write|tell|text you|put|exchange|swap)|no need|support|report|asked for|asks for|set phrase|keeps|phone case|holder|stand(?![a-z])|charger|selling|pieces|hide|how do you say|postal|verify/u;

/** Requests for a number in English. */
export const english: readonly Pattern[] = [
  {
    find: new RegExp(
      `(?<![a-z])(?:what(?:'?s| is| are| wud| would)?|wh?ats|gimme|give (?:me|us)|gib|send(?: me| us)?|pa-send ng|text me|drop(?: me)?|shoot(?: me)?|chuck(?: us| me)?|flick(?: me)?|share|swap|exchange|trade|need|want|can i (?:get|have|grab|take)|could i (?:get|have|grab|take)|may i (?:get|have|ask)|let me have|get|know|leave(?: me)?|tell me|ask|type(?: me)?|save) (?:for |pls |please |the |number |mo |of )?(?:${yours}|a|an|any|the) (?:[a-z']+ ){0,3}?${noun}`,
      'gu',
    ),
    with: /your|(?<![a-z])(?:ur|yer|ya|you|u|i)(?![a-z])|'s/u,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:swap|exchange|trade) (?:[a-z]+ )?(?:numbers|digits|phones?|contacts?|nos)(?![a-z])/gu,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:number|mobile|cell|phone|#|no\.|digits|landline) (?:[a-z]+ ){0,2}?(?:i|we) (?:can|could|should|may|might) (?:[a-z]+ )?(?:reach|call|ring|get|text|buzz|holler|dial|use|phone|contact)/gu,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:number|mobile|cell|#|no\.) (?:to|for|2) (?:reach|call|ring|text|get|buzz|contact|phone) (?:you|u|ya|them|him|her)(?![a-z])/gu,
    unless: notEn,
    ...asked,
  },
  {
    find: new RegExp(
      `(?<![a-z])(?:${yours}|so|and|phone|cell|mobile|any|poc) (?:number|digits|#|no\\.)(?: (?:po|mo|mam|sir))?(?: (?:please|pls|plz)(?![a-z])| ?\\?)`,
      'gu',
    ),
    with: /call|ring|text|phone|voice|speak|reach|cell|mobile|sms|digits|lost/u,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:which|what) (?:one|number|no|digits) (?:should|can|do|shall|could) (?:i|we) (?:[a-z]+ )?(?:dial|call|ring|text|reach|phone)/gu,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:denwa|keitai|cell|phone) ?(?:bango|bangou|number)(?: wo| o)? (?:oshiete|kudasai|onegai)/gu,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:got|have|is there|there) (?:a |an |any )(?:phone |mobile |cell |contact |ring-ring |direct )?(?:number|mobile|cell|ring-ring|landline) (?:[a-z]+ ){0,2}?(?:i|we|for)(?![a-z])/gu,
    unless: notEn,
    ...asked,
  },
];
