package org.vung.nets.weights.pickle;

import org.vung.nets.weights.ElementType;

/**
 * A run of numbers that tensors look into.
 *
 * @param key its name within the file
 * @param type of its numbers
 * @param numbers how many it has
 * @param offset where they begin within the stored ones; above 0 only for views, as PyTorch before 0.4 wrote them
 * @param view numbers of the view, or all
 */
public record Storage(String key, ElementType type, long numbers, long offset, long view) {}
