// Proves that a client which knows nothing but an address can list, call and read every service:
//   node outsider.mjs HOST:PORT ...
// Every call must answer, or fail with a canonical code and a message; "unimplemented" is a failure.
import grpc from '@grpc/grpc-js';
import { connect, listServices } from './zugabe.mjs';

// FAILED_PRECONDITION: what the answer rests on is still to be done, as a model to be trained.
// ABORTED: an empty request has no etag, so it has not seen what it would change.
const BENIGN = new Set([
  grpc.status.OK, grpc.status.INVALID_ARGUMENT, grpc.status.NOT_FOUND, grpc.status.FAILED_PRECONDITION,
  grpc.status.ABORTED,
]);
let passed = 0;
let failed = 0;

for (const address of process.argv.slice(2)) {
  const services = await listServices(address);
  if (services.length === 0) {
    failed++;
    console.log(`${address}: no services listed`);
  }
  for (const name of services) {
    const service = await connect(address, name);
    for (const [method, shape] of Object.entries(service.methods)) {
      const code = shape.clientStreams || shape.serverStreams
        ? await firstOfStream(service, method, shape)
        : await service.call(method, {}).then(() => grpc.status.OK, (error) => error.code);
      const ok = BENIGN.has(code);
      passed += ok ? 1 : 0;
      failed += ok ? 0 : 1;
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${address} ${name}/${method}: ${grpc.status[code]}`);
    }
    service.close();
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** The status of a stream: OK as soon as a message arrives or it ends well. */
function firstOfStream(service, method, shape) {
  return new Promise((resolve) => {
    const stream = service.open(method, {});
    stream.on('data', () => { resolve(grpc.status.OK); stream.cancel(); });
    stream.on('error', (error) => resolve(error.code));
    stream.on('end', () => resolve(grpc.status.OK));
    if (shape.clientStreams) {
      stream.end();
    }
  });
}
