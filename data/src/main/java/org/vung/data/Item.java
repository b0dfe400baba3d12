package org.vung.data;

import java.nio.file.Path;

/**
 * One image of a data set.
 *
 * @param name unique in the set, such as the file's name without its ending, or {@code stack/007} for a page
 * @param group what must stay on one side of a split, such as a patient, a drive or a scene; the name itself where each image
 *     stands alone
 * @param image the file of the pixels
 * @param truth the file of the ground truth; one file may hold the truth of many images
 */
public record Item(String name, String group, Path image, Path truth) {}
