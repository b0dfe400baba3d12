/**
 * The layers of networks as immutable records: what they take, what they give, which numbers they own, how far they look.
 *
 * <p>Nothing here computes with pixels; running, training and exporting are functions over a graph of these records. All
 * layers share one package, for {@link org.vung.nets.layer.Layer} is sealed.
 */
@NullMarked
package org.vung.nets.layer;

import org.jspecify.annotations.NullMarked;
