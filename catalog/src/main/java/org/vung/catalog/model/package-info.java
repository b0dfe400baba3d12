/** Networks that come trained. */
@NullMarked
package org.vung.catalog.model;

import org.jspecify.annotations.NullMarked;
