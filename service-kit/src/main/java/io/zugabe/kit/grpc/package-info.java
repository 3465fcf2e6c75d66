/** What every gRPC server and client of a service does: request ids, deadlines, connection age, the probe. */
@NullMarked
package io.zugabe.kit.grpc;

import org.jspecify.annotations.NullMarked;
