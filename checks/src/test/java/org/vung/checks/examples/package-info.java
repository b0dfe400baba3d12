/** Makes the sample pictures under {@code examples/} by formula, so that they belong to nobody else. */
@NullMarked
package org.vung.checks.examples;

import org.jspecify.annotations.NullMarked;
