/** What was measured as tables, and tables as CSV. */
@NullMarked
package org.vung.data.sheet;

import org.jspecify.annotations.NullMarked;
