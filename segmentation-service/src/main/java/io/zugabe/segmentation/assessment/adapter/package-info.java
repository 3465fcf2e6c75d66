/** The steps of an assessment, and assessments in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.assessment.adapter;

import org.jspecify.annotations.NullMarked;
