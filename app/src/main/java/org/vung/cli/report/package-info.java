/** What commands answer with {@code --json}. */
@NullMarked
package org.vung.cli.report;

import org.jspecify.annotations.NullMarked;
