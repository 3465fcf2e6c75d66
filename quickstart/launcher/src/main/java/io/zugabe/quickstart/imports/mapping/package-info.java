/** What the columns and attributes of other people's feeds mean: any record → a record in the import format. */
@NullMarked
package io.zugabe.quickstart.imports.mapping;

import org.jspecify.annotations.NullMarked;
