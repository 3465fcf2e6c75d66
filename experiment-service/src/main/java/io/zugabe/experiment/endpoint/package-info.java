/** The gRPC API and its mapping to the domain. */
@NullMarked
package io.zugabe.experiment.endpoint;

import org.jspecify.annotations.NullMarked;
