/** PrivacyService, and the audit of every call that reads of a person. */
@NullMarked
package io.zugabe.segmentation.privacy.endpoint;

import org.jspecify.annotations.NullMarked;
