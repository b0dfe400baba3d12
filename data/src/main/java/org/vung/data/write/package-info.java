/** What writers of data sets share: where files go, which images can be copied, what a format could not hold. */
@NullMarked
package org.vung.data.write;

import org.jspecify.annotations.NullMarked;
