/** {@code vung measure}: label maps in; regions, shares, distances, change and what rules decide out. */
@NullMarked
package org.vung.cli.measure;

import org.jspecify.annotations.NullMarked;
