/** The portable any-map family of Netpbm, P1 to P7. */
@NullMarked
package org.vung.image.codec.pnm;

import org.jspecify.annotations.NullMarked;
