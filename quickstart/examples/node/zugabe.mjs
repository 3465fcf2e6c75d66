// A gRPC client without generated code: asks a server by reflection what it can do.
import grpc from '@grpc/grpc-js';
import reflection from 'grpc-reflection-js';

const CREDENTIALS = grpc.credentials.createInsecure();
const DEADLINE_MILLIS = 10_000;

/** The names of the services that a server offers, without gRPC's own. */
export async function listServices(address) {
  const names = await new reflection.Client(address, CREDENTIALS).listServices();
  return names.filter((name) => !name.startsWith('grpc.')).sort();
}

/**
 * A service of a server: `methods` describes its calls, `call` makes a unary one, `open` a streaming one.
 * Messages are plain objects with the field names of the .proto files.
 */
export async function connect(address, serviceName) {
  const root = await new reflection.Client(address, CREDENTIALS).fileContainingSymbol(serviceName);
  const service = root.lookupService(serviceName);
  const client = new grpc.Client(address, CREDENTIALS);
  const methods = {};
  for (const method of service.methodsArray) {
    method.resolve();
    methods[method.name] = {
      path: `/${serviceName}/${method.name}`,
      clientStreams: Boolean(method.requestStream),
      serverStreams: Boolean(method.responseStream),
      serialize: (message) =>
        Buffer.from(method.resolvedRequestType.encode(method.resolvedRequestType.fromObject(message)).finish()),
      deserialize: (bytes) =>
        foldMaps(method.resolvedResponseType.toObject(method.resolvedResponseType.decode(bytes), {
          longs: Number, enums: String, arrays: true, objects: true, oneofs: true,
        })),
    };
  }
  const options = () => ({ deadline: Date.now() + DEADLINE_MILLIS });
  return {
    methods,
    call: (name, message) =>
      new Promise((resolve, reject) => {
        const { path, serialize, deserialize } = methods[name];
        client.makeUnaryRequest(path, serialize, deserialize, message, new grpc.Metadata(), options(), (error, reply) =>
          error ? reject(error) : resolve(reply));
      }),
    open: (name, message) => {
      const { path, clientStreams, serialize, deserialize } = methods[name];
      return clientStreams
        ? client.makeBidiStreamRequest(path, serialize, deserialize, new grpc.Metadata(), options())
        : client.makeServerStreamRequest(path, serialize, deserialize, message, new grpc.Metadata(), options());
    },
    close: () => client.close(),
  };
}

/** Reflection describes a map as a list of entries with key and value; makes plain objects of them. */
function foldMaps(value) {
  if (Array.isArray(value)) {
    const isMap = value.length > 0 && value.every((entry) =>
      entry && typeof entry === 'object' && Object.keys(entry).sort().join() === 'key,value');
    return isMap
      ? Object.fromEntries(value.map((entry) => [entry.key, foldMaps(entry.value)]))
      : value.map(foldMaps);
  }
  if (value && typeof value === 'object' && value.constructor === Object) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, foldMaps(inner)]));
  }
  return value;
}
