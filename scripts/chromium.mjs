// Finds a browser of the Chromium family for the tests inside VS Code, and installs one where this script may do so.
// `node scripts/chromium.mjs` does this and prints where the browser is.
import fs from 'node:fs';
import path from 'node:path';
import { run, script } from './processes.mjs';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-beta',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const MAC_APPLICATIONS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The path of an installed browser; undefined when there is none. @returns {string | undefined} */
function find() {
  for (const variable of ['CHROMIUM', 'CHROME_PATH']) {
    const file = process.env[variable];
    if (!file) continue;
    if (!fs.existsSync(file)) throw new Error(`$${variable} names ${file}, which does not exist.`);
    return file;
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => COMMANDS.map((name) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? WINDOWS_PROGRAMS.map((program) => path.join(folder, program)) : [];
  });
  const applications = process.platform === 'darwin' ? MAC_APPLICATIONS.map((application) => path.join('/Applications', application)) : [];
  return [...onPath, ...applications, ...programs].find((file) => fs.existsSync(file));
}

/** The path of a browser. Throws one sentence when there is none and none can be installed. @returns {Promise<string>} */
export async function chromiumPath() {
  const found = find();
  if (found) return found;
  const advice = 'Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one, to run the tests inside VS Code.';
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) throw new Error(advice);

  console.log('No Chromium, Chrome or Edge found: installing Chromium with apt-get ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env });
  } catch (error) {
    throw new Error(`Chromium could not be installed. ${advice}\n${/** @type {Error} */ (error).message}`, { cause: error });
  }
  const installed = find();
  if (!installed) throw new Error(`apt-get installed no browser. ${advice}`);
  return installed;
}

const HEADLESS = ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'];

/** Without a graphics card, as on a build machine: pages are drawn without one, which takes a third less of the processor. */
export const CHROMIUM_FLAGS = [...HEADLESS, '--disable-gpu'];

/** With a graphics card that is computed, for pages that compute with WebGL. */
export const CARD_FLAGS = [...HEADLESS, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

if (process.argv[1] === import.meta.filename) await script(async () => console.log(await chromiumPath()));
