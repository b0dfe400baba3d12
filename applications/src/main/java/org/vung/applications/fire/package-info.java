/**
 * Forest fire: where, how large, how fast.
 *
 * <p>Sources: T. Çelik and H. Demirel, "Fire detection in video sequences using a generic color model", Fire Safety Journal 44, 2009. L.
 * Bruzzone and D. F. Prieto, "Automatic analysis of the difference image for unsupervised change detection", IEEE TGRS 38, 2000.
 */
@NullMarked
package org.vung.applications.fire;

import org.jspecify.annotations.NullMarked;
