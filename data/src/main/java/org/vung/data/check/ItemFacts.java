package org.vung.data.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vung.data.Item;

/**
 * What one look at an item tells.
 *
 * @param part the part of the set it lies in
 * @param item the item
 * @param print of its image; null where that cannot be read
 * @param content pixels or objects of each class [classes]
 * @param truth a hash of its class map, 0 for other truths
 * @param findings about this item alone
 */
record ItemFacts(int part, Item item, @Nullable Print print, List<Long> content, int truth, List<Finding> findings) {}
