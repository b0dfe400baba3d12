/**
 * The documents run: what README.md and {@code docs/} tell to type is typed, what they show to come out comes out, and their pictures are
 * made anew. CONTRIBUTING.md tells the marks.
 */
@NullMarked
package org.vung.checks.document;

import org.jspecify.annotations.NullMarked;
