// Put into every page before its own scripts. Answers one question: when did what was asked for stop changing?
//
// The clock starts at the browser's own event (a key or a click), or at the start of the navigation. Every change of
// the document inside the watched part is dated when it happens. The answer is the date of the last one, as soon as for
// `quiet` milliseconds nothing has changed, the script has stopped and every chart is drawn: the quiet time itself is
// not counted. The same code watches both sides. (The next frame is not waited for: how soon it comes depends on how
// busy a machine without a graphics card is with the rest, and adds noise to both sides.)
(() => {
  const state = { started: 0, changed: 0, changes: 0, drawn: false, part: '[data-testid="stMain"]' };
  window.headroomClock = state;

  // A change belongs to the watched part when it happens inside, or when it brings the part into the document. What has
  // left the document is emptied some time later: nobody sees that.
  const inPart = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(state.part);
  const brings = (node) => node.nodeType === Node.ELEMENT_NODE
    && (node.matches(state.part) || node.querySelector(state.part));
  const concerns = (record) => record.target.isConnected && inPart(record.target) || [...record.addedNodes].some(brings);
  new MutationObserver((records) => {
    if (!records.some(concerns)) return;
    state.changes += 1;
    state.changed = performance.now();
    state.drawn ||= document.querySelector(`${state.part} .main-svg .js-line`) !== null;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  for (const kind of ['keydown', 'click']) {
    document.addEventListener(kind, (event) => {
      if (!state.armed) return;
      Object.assign(state, { armed: false, started: event.timeStamp, changed: 0, changes: 0 });
    }, { capture: true });
  }

  state.arm = (part) => Object.assign(state, { armed: true, part, started: 0, changed: 0, changes: 0, drawn: false });

  state.settledAfter = (quiet) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const waiting = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"]';
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    const resting = app && !state.armed && state.changes > 0
      && app.dataset.testScriptState === 'notRunning'
      && charts.length > 0 && charts.every((chart) => chart.querySelector('.main-svg'))
      && !document.querySelector(waiting);
    return resting && performance.now() - state.changed >= quiet ? state.changed - state.started : null;
  };

  // Looks every 25 milliseconds, not at every frame: asking for frames would itself keep the machine busy.
  state.settled = (quiet, patience) => new Promise((resolve, reject) => {
    const giveUp = performance.now() + patience;
    const look = () => {
      const elapsed = state.settledAfter(quiet);
      if (elapsed !== null) resolve(elapsed);
      else if (performance.now() > giveUp) reject(new Error(`Never at rest: ${JSON.stringify(state)}`));
      else setTimeout(look, 25);
    };
    look();
  });
})();
