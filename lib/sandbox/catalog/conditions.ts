import type { Words } from './words';

/** Rules as places write them: in sentences, in bullets, as a piece of a web page, in other languages, or not at all. */
const HTML_CONDITIONS =
  '<p><strong>Maximum&nbsp;stay:</strong> 3 hours</p><ul><li>Children under 5 enter free</li><li>Smart casual &ndash; no beachwear</li><li>No entry on arrival</li></ul><p>Space permitting, access is not guaranteed.<br/>Thank you &amp; welcome</p>';

/** One place says everything that can be said, and another nothing. */
export const SAMPLE_CONDITIONS = {
  everyRule:
    'Maximum stay 3 hours. Entry up to 3 hours before departure. Children under 2 enter free; older ones use one visit each. Children must be with an adult at all times. Dress code: smart casual. No entry on arrival. A same-day boarding card is needed. Access is subject to space availability. Alcoholic drinks are served to adults only.',
  html: HTML_CONDITIONS,
  otherLanguage: 'Höchstens drei Stunden Aufenthalt. Kinder unter zwei Jahren sind frei. Gepflegte Kleidung.',
  none: '',
};

export const ENTRY_CONDITIONS: Words = [
  'Entry up to 3 hours before departure. Walking in is not guaranteed when the lounge is full. Children under 2 enter free; others use one visit each.',
  'Maximum stay 3 hours. Smart casual dress. Children must be with an adult at all times.',
  'Entry up to 4 hours before departure. Children under 5 enter free. No entry on arrival.',
  'Maximum stay 2 hours. Adults only after 20:00. Entry depends on space.',
  'A same-day boarding card is needed. Alcoholic drinks are limited to two per person and are served to adults only.',
  'Max. 3hr stay. Children 0-1 years admitted free; from 2 years one visit each. No sportswear. Not accessible to arriving passengers.',
  '• Maximum stay - 3 hours\n• Dress code: smart casual\n• Infants under 2 are free\n• Access on arrival is allowed\n• Valid boarding pass for travel on the same day required',
  'Stay is limited to 2 hours. Access is permitted 2 hours prior to scheduled departure. Children under 12 must be accompanied by an adult. Flip-flops, vests and caps are not allowed.',
  'Adults only. Smart casual dress is required at all times. One visit is valid for up to 4 hours. Admission may be refused when the lounge is at capacity.',
  HTML_CONDITIONS,
  'Lounge stays are strictly limited to a maximum of 3 hours. Arriving passengers are welcome if space allows. Children of any age count as one guest. Smoking is not allowed anywhere.',
  'A maximum stay applies; ask at the desk. There is no children’s menu. Showers are subject to availability and limited to 20 minutes.',
  'Maximum stay 2 hours (3 hours for holders of a business class ticket). Kids up to 5 yrs. enter free of charge. Guests must show a boarding pass, e.g. on their phone.',
  'Höchstens drei Stunden Aufenthalt. Kinder unter zwei Jahren sind frei. Kein Zutritt nach der Landung. Gepflegte Kleidung.',
  'Se admite la entrada hasta tres horas antes del vuelo. Los niños menores de dos años entran gratis. Sujeto a la capacidad de la sala.',
  '最长停留三小时。两岁以下儿童免费入场。请穿着得体。抵达旅客不能使用。',
  '',
];

export const LANE_CONDITIONS: Words = [
  'Every traveller needs a voucher. Use the lane within one hour of the booked time. Children under 2 do not need a voucher.',
  'Show the voucher and a same-day boarding card at the lane. Infants pass with the adult who carries them.',
  'One voucher lets one person through once. Oversized bags go to the main checkpoint.',
];

export const MEAL_CONDITIONS: Words = [
  'One visit covers one set meal. Extras are paid at the counter. No take-away.',
  'One visit covers one item. No change is given. Not to be combined with other offers.',
  'One visit covers one item. <b>Allergies?</b><br>Ask the staff &ndash; they know what is in each dish.',
];
