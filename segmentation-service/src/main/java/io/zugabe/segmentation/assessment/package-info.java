/** What the service concludes about customers: made from profiles after every change, swept daily, kept and served. */
@NullMarked
package io.zugabe.segmentation.assessment;

import org.jspecify.annotations.NullMarked;
