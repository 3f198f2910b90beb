import { describe, expect, it } from 'vitest';
import { filesIn, hasFailed, languageOf, markedAsKept, markedAsShownAtOnce, ownerOf, saysOf } from './html';

const PAGE = `<!DOCTYPE html><html lang="en" dir="ltr" data-brand="layover" data-owner="abc-DEF_123"><head>
<link rel="stylesheet" href="/_next/static/chunks/a.css"/><link rel="icon" href="/brand/logo?v=1a2b"/>
<link rel="apple-touch-icon" href="/brand/icon/icon-180.png?v=9"/>
<script src="/_next/static/chunks/b~1.js" async=""></script></head><body>
<p><strong>No connection.</strong> As of <time data-kept-time="true" class="x">…</time>.</p>
<script>self.__next_f.push([1,"5:I[1,[\\"/_next/static/chunks/c.js\\",\\"/_next/static/chunks/b~1.js\\"]]"])</script>
<a href="/passes">Passes</a></body></html>`;

describe('ownerOf', () => {
  it('reads whose page it is off its first tag only', () => {
    expect(ownerOf(PAGE)).toBe('abc-DEF_123');
    expect(ownerOf('<html lang="en"><p data-owner="somebody">')).toBeNull();
    expect(ownerOf('no page at all')).toBeNull();
  });
});

describe('hasFailed', () => {
  it('tells a page that says what failed from one whose data names the mark', () => {
    expect(hasFailed('<main><div data-failed="true" class="flex"><h1>')).toBe(true);
    expect(hasFailed('<main><div class="flex" data-failed>')).toBe(true);
    expect(hasFailed(PAGE.replace('5:I', '5:{\\"data-failed\\":true}'))).toBe(false);
  });
});

describe('saysOf', () => {
  it('reads the marks of what a page says off whatever bears one', () => {
    expect(saysOf('<div data-says="v1"><p class="x" data-says="MAN">')).toBe('v1 MAN');
    expect(saysOf('<main><div data-says="v_1-a" class="x">')).toBe('v_1-a');
    expect(saysOf(PAGE)).toBeNull();
  });
});

describe('filesIn', () => {
  it('finds the files of a page, each once, those included that its scripts name', () => {
    expect(filesIn(PAGE, '')).toEqual([
      '/_next/static/chunks/a.css',
      '/brand/logo?v=1a2b',
      '/_next/static/chunks/b~1.js',
      '/_next/static/chunks/c.js',
    ]);
  });

  it('finds what a script loads later, and the fonts of a style beside it', () => {
    const script = 'e.v(t=>Promise.all(["static/chunks/d-2.js"].map(e=>t.l(e))));let u="other/e.js"';
    expect(filesIn(script, '/_next/static/chunks/c.js')).toEqual(['/_next/static/chunks/d-2.js']);
    const style = '@font-face{src:url(../media/f.woff2)}.x{background:url("data:image/png;base64,AA==")}';
    expect(filesIn(style, '/_next/static/chunks/a.css')).toEqual(['/_next/static/media/f.woff2']);
  });
});

describe('markedAsKept', () => {
  it('says on the page itself that it comes from this device, and since when', () => {
    const shown = markedAsKept(PAGE, '14:05');
    expect(shown).toContain('data-owner="abc-DEF_123" data-kept>');
    expect(shown).toContain('<time data-kept-time="true" class="x">14:05</time>');
  });

  it('tells a copy that the network is about to confirm from one that stands in for it', () => {
    const shown = markedAsShownAtOnce(PAGE, '14:05');
    expect(shown).toContain('data-owner="abc-DEF_123" data-kept="at-once">');
    expect(shown).toContain('<time data-kept-time="true" class="x">14:05</time>');
  });
});

describe('languageOf', () => {
  it('is what the page says of itself, and English where it says nothing', () => {
    expect(languageOf('<!DOCTYPE html><html lang="pt-BR" dir="ltr">')).toBe('pt-BR');
    expect(languageOf('<p>')).toBe('en');
  });
});
