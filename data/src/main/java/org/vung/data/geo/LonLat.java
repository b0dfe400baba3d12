package org.vung.data.geo;

/**
 * A place on the ellipsoid of WGS 84.
 *
 * @param longitude degrees east of Greenwich; just beyond ±180 where an image crosses that line
 * @param latitude degrees north of the equator
 */
public record LonLat(double longitude, double latitude) {}
