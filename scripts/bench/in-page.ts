/*
 * What runs in the page. A function here is sent as its text: it uses nothing from outside of itself.
 */

type Typing = {
  begin(): void;
  /**
   * Milliseconds since the key was pressed: until the frame with the first change of the results was painted, which has the
   * rows a screen shows, and with the last change, which has those below (null when they did not change), until the next
   * frame was painted at all, and what the browser itself tells of the event.
   */
  end(): { listMs: number | null; wholeListMs: number | null; frameMs: number; eventMs: number };
};

declare global {
  interface Window {
    benchTyping?: Typing;
    benchFocus?: { hitsMs: number };
  }
}

/**
 * A frame is painted when a message posted from its animation callback arrives: the browser has then laid out and painted.
 * What it does after that, on other threads, is not counted here; the event timing API counts it, up to the next frame
 * only and in steps of 8 ms, so it would miss a list that comes a frame later.
 */
export function watchTyping(): void {
  let pressedMs = 0;
  let frameMs = 0;
  let listMs: number | null = null;
  let wholeListMs: number | null = null;
  let eventMs = 0;
  const afterFrame = (note: (ms: number) => void) => {
    const pressed = pressedMs;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (pressed === pressedMs) note(performance.now() - pressed);
      };
      port2.postMessage(null);
    });
  };
  const isPress = (event: Event) => {
    // A letter that no key has is put in without one being pressed.
    if (pressedMs !== 0) return;
    pressedMs = event.timeStamp;
    afterFrame((ms) => {
      frameMs = ms;
    });
  };
  for (const type of ['keydown', 'beforeinput']) window.addEventListener(type, isPress, { capture: true });
  const isOfResults = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest('section[aria-label="Search results"]') || element?.querySelector('section[aria-label]');
  };
  new MutationObserver((changes) => {
    const isList = ({ target, addedNodes }: MutationRecord) =>
      Boolean(isOfResults(target)) || [...addedNodes].some((node) => Boolean(isOfResults(node)));
    if (pressedMs === 0 || !changes.some(isList)) return;
    afterFrame((ms) => {
      listMs ??= ms;
      wholeListMs = ms;
    });
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (pressedMs !== 0 && entry.startTime >= pressedMs - 1) eventMs = Math.max(eventMs, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  window.benchTyping = {
    begin() {
      pressedMs = 0;
      frameMs = 0;
      eventMs = 0;
      listMs = null;
      wholeListMs = null;
    },
    end: () => ({ listMs, wholeListMs, frameMs, eventMs }),
  };
}

/** Notes how long after the field has the focus the first hub is shown, in milliseconds. */
export function focusToHits(): void {
  let focusedMs = 0;
  window.addEventListener(
    'focusin',
    (event) => {
      if (focusedMs === 0) focusedMs = event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver((_, observer) => {
    if (!document.querySelector('section[aria-label="Search results"] a[href^="/hubs/"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.benchFocus = { hitsMs: performance.now() - focusedMs };
      };
      port2.postMessage(null);
    });
  }).observe(document.body, { childList: true, subtree: true });
}
