// Measures the speed of the panel in headless Chromium: `node test/webview/panelSpeed.mjs [--profile FOLDER]`. Beside
// each figure, the same run measures how fast the machine is at the moment: by the gaps between the frames of an empty
// page, and by the time for building the largest trace as JSON.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { servePanel } from './standalone.mjs';

const profiles = process.argv.includes('--profile') ? path.resolve(process.argv[process.argv.indexOf('--profile') + 1]) : null;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const viewport = { width: 1100, height: 800 };
const { url, close } = await servePanel(0, !profiles);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const rows = [];

const round = (ms) => Math.round(ms * 10) / 10;
const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))] ?? 0;

function report(what, list, limit) {
  const most = Math.max(...list);
  rows.push({
    what,
    median: round(quantile(list, 0.5)),
    '95 %': round(quantile(list, 0.95)),
    most: round(most),
    limit,
    times: list.length,
  });
}

/** The functions with which the pages measure. */
function instruments() {
  const frame = () => new Promise((resolve) => globalThis.requestAnimationFrame(resolve));
  const painted = () => new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve)));
  const settled = () => new Promise((resolve) => setTimeout(resolve, 400));
  /** Measures the gaps between frames until it is stopped. */
  const watchFrames = () => {
    const gaps = [];
    let last = performance.now();
    let going = true;
    const tick = (now) => {
      gaps.push(now - last);
      last = now;
      if (going) globalThis.requestAnimationFrame(tick);
    };
    globalThis.requestAnimationFrame((now) => {
      last = now;
      globalThis.requestAnimationFrame(tick);
    });
    return () => {
      going = false;
      return gaps;
    };
  };
  /** Delivers a message of the host, already copied, as a webview receives it. */
  const deliver = (method, args) =>
    globalThis.dispatchEvent(new MessageEvent('message', { data: { rpc: 'request', id: 1e6, method, args } }));
  const state = (run, more = {}) => ({ file: run.file, status: 'done', run, stale: false, ...more });
  Object.assign(globalThis, { measure: { frame, painted, settled, watchFrames, deliver, state } });
}

async function open(hash) {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(instruments);
  await page.goto(`${url}#${hash}`);
  await page.waitForFunction(() => globalThis.__tensorLens);
  await page.waitForTimeout(300);
  return page;
}

async function profiled(page, name, work) {
  if (!profiles) return work();
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  const result = await work();
  const { profile } = await session.send('Profiler.stop');
  fs.mkdirSync(profiles, { recursive: true });
  fs.writeFileSync(path.join(profiles, `${name}.cpuprofile`), JSON.stringify(profile));
  return result;
}

/** Measures from the arrival of a run to the first frame with its graph. */
async function firstPicture(sample) {
  const times = [];
  let nodes = 0;
  for (let i = 0; i < 3; i++) {
    const page = await open('run=none');
    nodes = await page.evaluate((name) => {
      globalThis.made = globalThis.samples[name]();
      return globalThis.made.passes.at(-1).nodes.length;
    }, sample);
    await page.waitForTimeout(200);
    const time = await profiled(page, `first-${sample}`, () =>
      page.evaluate(async () => {
        const { deliver, painted, state } = globalThis.measure;
        const started = performance.now();
        deliver('show', [state(globalThis.made)]);
        do await painted();
        while (globalThis.__tensorLens.state().nodes.length === 0);
        return performance.now() - started;
      }),
    );
    times.push(time);
    await page.close();
  }
  report(`first picture of ${nodes} nodes`, times, sample === 'transformer145' ? 1000 : undefined);
}

/** Measures while the mouse drags and the wheel turns: the gaps between frames, and the work for them. */
async function moving(page) {
  const { width, height } = viewport;
  await page.mouse.move(width / 2, height / 2);
  const [gaps, work] = [{}, {}];
  const watched = async (name, move) => {
    await page.evaluate(() => (globalThis.stopFrames = globalThis.measure.watchFrames()));
    work[name] = (await tasks(page, move, 500)).times;
    gaps[name] = await page.evaluate(() => globalThis.stopFrames());
  };
  await watched('pan', async () => {
    await page.mouse.down();
    for (let i = 0; i < 60; i++) await page.mouse.move(width / 2 + 200 * Math.sin(i / 6), height / 2 + 150 * Math.cos(i / 6) - 150);
    await page.mouse.up();
  });
  // The sharp picture after the last turn of the wheel is part of the measurement.
  await watched('zoom', async () => {
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(0, i % 30 < 15 ? -60 : 60);
      await page.waitForTimeout(8);
    }
  });
  return { gaps, work };
}

async function panAndZoom() {
  const empty = await browser.newPage({ viewport });
  await empty.addInitScript(instruments);
  await empty.goto(`${url}main.css`);
  const reference = await moving(empty);
  await empty.close();
  for (const what of ['pan', 'zoom']) report(`empty page: ${what}, gaps between frames`, reference.gaps[what]);
  const page = await open('run=transformer16');
  await page.click('[data-testid=expand-all]');
  await page.waitForTimeout(1500);
  for (const [name, zoom] of [
    ['whole', null],
    ['at half size', 0.5],
    ['readable', 1],
  ]) {
    if (zoom === null) await page.click('[data-testid=fit]');
    else {
      const now = await page.evaluate(() => globalThis.__tensorLens.state().zoom);
      const steps = Math.round(Math.log(zoom / now) / Math.log(1.3));
      for (let i = 0; i < Math.abs(steps); i++) await page.click(`[data-testid=zoom-${steps > 0 ? 'in' : 'out'}]`);
    }
    await page.waitForTimeout(600);
    const { nodes, at } = await page.evaluate(() => {
      const { nodes, zoom } = globalThis.__tensorLens.state();
      return { nodes: nodes.length, at: zoom };
    });
    const { gaps, work } = await profiled(page, `moving-${name.replaceAll(' ', '-')}`, () => moving(page));
    const said = `${nodes} nodes ${name} (zoom ${at.toFixed(2)})`;
    for (const what of ['pan', 'zoom']) {
      report(`${said}: ${what}, gaps between frames`, gaps[what]);
      report(`the same, tasks of the main thread`, work[what], 50);
    }
  }
  await page.close();
}

async function scrubbing() {
  const page = await open('run=transformer1x300');
  await page.click('[data-testid=expand-all]');
  // The passes that the first message left out arrive while the browser is idle.
  const arrived = () => globalThis.hostLog.filter(([what]) => what === 'passes').reduce((sum, [, positions]) => sum + positions.length, 0);
  while ((await page.evaluate(arrived)) < 299) await page.waitForTimeout(200);
  await page.waitForTimeout(1000);
  const measured = await profiled(page, 'scrubbing', () =>
    page.evaluate(async () => {
      const { frame, watchFrames } = globalThis.measure;
      const picture = () => {
        const { nodes, pass } = globalThis.__tensorLens.state();
        return {
          pass,
          where: JSON.stringify(nodes.map(({ position }) => position)),
          values: JSON.stringify(nodes.map(({ value }) => value)),
          nodes: nodes.length,
        };
      };
      const slider = globalThis.document.querySelector('[data-testid=pass-slider]');
      const [before, work] = [picture(), []];
      const stop = watchFrames();
      for (let pass = 0; pass < 300; pass++) {
        await frame();
        const started = performance.now();
        slider.value = String(pass === 299 ? 0 : pass);
        slider.dispatchEvent(new Event('input'));
        work.push(performance.now() - started);
      }
      await frame();
      return { work, gaps: stop(), before, after: picture() };
    }),
  );
  const { work, gaps, before, after } = measured;
  report(`scrubbing 300 passes of ${before.nodes} nodes: work of a pass`, work, 16.7);
  report('the same: gaps between frames', gaps);
  if (before.where !== after.where) throw new Error('Scrubbing moved nodes.');
  if (after.pass !== 0 || before.values === after.values) throw new Error('Scrubbing did not change the numbers.');
  await page.close();
}

/**
 * Measures the tasks of the main thread during `work` and shortly after it: the longest task, and the sum of all tasks.
 * The times are processor times, which are the same on a busy machine.
 */
async function tasks(page, work, wait = 900) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  await page.waitForTimeout(wait);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const ofMain = ({ pid, tid }) => mains.some((main) => main.pid === pid && main.tid === tid);
  const times = traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && event.tdur && ofMain(event))
    .map(({ tdur }) => tdur / 1000);
  return { times: times.filter((time) => time > 1), longest: Math.max(0, ...times), busy: times.reduce((a, b) => a + b, 0) };
}

/** A live run brings the same structure with other numbers, while the user types beside the panel. */
async function newRun(sample, expand) {
  const page = await open(`run=${sample}`);
  if (expand) await page.click('[data-testid=expand-all]');
  await page.waitForTimeout(1500);
  // Lines are inserted above, as when a user types.
  await page.evaluate(() => {
    globalThis.others = Array.from({ length: 5 }, (_, i) => {
      const run = structuredClone(globalThis.panelState.run);
      for (const node of run.passes.flatMap(({ nodes }) => nodes))
        node.key = node.key.replace(/:(\d+):/, (_, line) => `:${Number(line) + i + 1}:`);
      return run;
    });
  });
  const kinds = {
    nothing: () => {},
    show: (i) => globalThis.measure.deliver('show', [globalThis.measure.state(globalThis.others[i])]),
    update: (i) =>
      globalThis.measure.deliver('update', [{ file: globalThis.panelState.file, status: i % 2 ? 'done' : 'running', stale: i % 2 === 0 }]),
  };
  const shown = await page.evaluate(() => globalThis.__tensorLens.state().nodes.length);
  for (const [name, work] of Object.entries(kinds)) {
    const figures = [];
    for (let i = 0; i < 5; i++) figures.push(await tasks(page, () => page.evaluate(work, i)));
    const limit = { show: 50, update: 16.7 }[name];
    report(
      `${name}, ${shown} nodes shown: longest task`,
      figures.map(({ longest }) => longest),
      limit,
    );
    report(
      `${name}, ${shown} nodes shown: all tasks of 0.9 s`,
      figures.map(({ busy }) => busy),
    );
  }
  await page.close();
}

const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
const suites = {
  first: async () => {
    for (const sample of ['logistic', 'transformer4', 'transformer16', 'transformer145']) await firstPicture(sample);
  },
  moving: panAndZoom,
  scrubbing,
  live: async () => {
    await newRun('transformer1', true);
    await newRun('transformer16', false);
    await newRun('transformer16', true);
  },
};

try {
  for (const [name, suite] of Object.entries(suites)) if (!only || only.split(',').includes(name)) await suite();
  console.log(`Milliseconds. Load ${os.loadavg()[0].toFixed(2)} on ${os.cpus().length} cores.`);
  console.table(rows);
  const over = rows.filter(({ most, limit }) => limit !== undefined && most > limit);
  console.log(over.length ? `Over the limit: ${over.map(({ what }) => what).join('; ')}.` : 'All within their limits.');
} finally {
  await browser.close();
  close();
}
