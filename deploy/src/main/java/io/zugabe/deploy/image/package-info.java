/** Proves that a service's image runs as a restricted pod runs it; started by {@code deploy/docker/check-image.sh}. */
@NullMarked
package io.zugabe.deploy.image;

import org.jspecify.annotations.NullMarked;
