/**
 * Takes from the global object what a model file has no business with: the network, storage,
 * other workers, the process, and making code of text. Whoever wants to can still use up time and
 * memory, which the limits of a run are for; the worker's end is the end of it all. It is a fence
 * against accidents and simple mischief. What keeps a stranger's code from the machine is that
 * nothing is run in a workspace that is not trusted.
 */
const HIDDEN = (
  'require fetch Request Response Headers FormData WebSocket WebSocketStream EventSource XMLHttpRequest ' +
  'WebTransport Worker SharedWorker MessageChannel MessagePort BroadcastChannel navigator location origin importScripts indexedDB ' +
  'caches cookieStore postMessage onmessage onmessageerror close addEventListener removeEventListener dispatchEvent eval ' +
  'setImmediate clearImmediate localStorage sessionStorage Notification ServiceWorkerRegistration serviceWorker requestAnimationFrame ' +
  // Last: Node loads some of the others when they are touched, with the help of these.
  'process Buffer global'
).split(' ');

export function hideGlobals(scope: object): void {
  for (const name of HIDDEN) {
    for (let holder: object | null = scope; holder; holder = Object.getPrototypeOf(holder) as object | null) {
      if (Object.hasOwn(holder, name)) Object.defineProperty(holder, name, { value: undefined, writable: true, configurable: true });
    }
  }
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) denyConstructor(Object.getPrototypeOf(kind) as { constructor: unknown });
  Object.defineProperty(scope, 'Function', { value: Function.prototype.constructor, writable: true, configurable: true });
}

function denyConstructor(prototype: { constructor: unknown }): void {
  const denied = () => {
    throw new Error('Code cannot be made of text in a model file.');
  };
  const constructor = function () {
    denied();
  };
  // So that `instanceof Function` goes on meaning what it means.
  Object.defineProperty(constructor, 'prototype', { value: prototype });
  Object.defineProperty(prototype, 'constructor', { value: constructor, writable: true, configurable: true });
}
