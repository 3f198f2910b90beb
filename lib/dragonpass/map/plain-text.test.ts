import { expect, it } from 'vitest';
import { plainText } from './plain-text';

it.each([
  ['plain text as it is', 'Smart casual. 3 hours.', 'Smart casual. 3 hours.'],
  ['line breaks of every kind', 'One<br>Two<br/>Three\r\nFour<BR />Five', 'One\nTwo\nThree\nFour\nFive'],
  ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\nTwo.'],
  ['lists, with a bullet each', '<ul><li>Max. 3 hours</li><li>No shorts</li></ul>', '• Max. 3 hours\n• No shorts'],
  ['marks inside a line', '<b>Maximum&nbsp;stay</b>: <span style="color:red">3 hours</span>', 'Maximum stay: 3 hours'],
  ['entities, named and numbered', 'Fish &amp; chips &#8211; 4&#x20;&pound; &hellip;', 'Fish & chips – 4 £ …'],
  ['text that was marked up twice', '&lt;p&gt;No entry.&lt;/p&gt;&lt;br&gt;Ask us.', 'No entry.\n\nAsk us.'],
  ['an entity nobody knows', 'A &madeup; B', 'A &madeup; B'],
  ['a number that is no character', '&#9999999;', '&#9999999;'],
  [
    'less than, which is no mark',
    'Children < 2 years are free, > 2 are not.',
    'Children < 2 years are free, > 2 are not.',
  ],
  ['scripts, with what is in them', 'Before<script>alert("x")</script>After', 'BeforeAfter'],
  ['many empty lines', 'One\n\n\n\n\nTwo', 'One\n\nTwo'],
])('reads %s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

it.each([[null], ['<p></p>'], ['&nbsp;'], ['<!-- nothing -->']])('finds nothing in %j', (text) => {
  expect(plainText(text)).toBeNull();
});
