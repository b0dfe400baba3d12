package org.vung.measure.distance;

/**
 * The region nearest to another.
 *
 * @param label whose neighbour it is
 * @param nearest the label of the nearest other region
 * @param edges shortest way from edge to edge, 0 where the regions touch, at a corner at least
 * @param centroids distance of the centroids
 */
public record Neighbour(int label, int nearest, double edges, double centroids) {}
