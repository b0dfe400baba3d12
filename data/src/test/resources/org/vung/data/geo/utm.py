"""Universal Transverse Mercator by its definition, to 50 digits, without any series.

Gauss and Krueger's map is the one conformal map that keeps lengths along the middle meridian: northing and easting are the real and
imaginary part of the length of the meridian up to a complex latitude, whose isometric latitude is that of the point plus i times its
longitude from the middle. Both are computed as they are defined: isometric latitude in closed form, inverted by Newton's method, and
the length of the meridian as an integral.

Made utm.csv with Python 3 and mpmath 1.3.0: python3 utm.py > utm.csv
"""
from mpmath import mp, mpf, mpc, sin, cos, tan, atanh, asinh, sqrt, quad, radians, findroot, nstr

mp.dps = 50
A = mpf(6378137)
F = 1 / mpf("298.257223563")
E2 = F * (2 - F)
E = sqrt(E2)


def isometric(latitude):
    return atanh(sin(latitude)) - E * atanh(E * sin(latitude))


def meridian(latitude):
    return A * (1 - E2) * quad(lambda t: latitude * (1 - E2 * sin(t * latitude) ** 2) ** mpf(-1.5), [0, 1])


def utm(zone, south, longitude, latitude):
    middle = radians(mpf(6 * zone - 183))
    w = mpc(isometric(radians(latitude)), radians(longitude) - middle)
    phi = findroot(lambda p: isometric(p) - w, mpc(radians(latitude), radians(longitude) - middle))
    length = mpf("0.9996") * meridian(phi)
    return 500000 + length.imag, length.real + (10000000 if south else 0)


POINTS = [
    (48, 0, "105.8542", "21.0285"),
    (48, 0, "106.7009", "10.7769"),
    (49, 0, "108.2022", "16.0544"),
    (30, 0, "-0.7818936232976315", "38.12881257139627"),
    (31, 0, "2.2944813", "48.8583701"),
    (33, 0, "15", "52"),
    (32, 0, "3", "60.5"),
    (33, 0, "20.9", "78.2"),
    (1, 0, "-179.99", "0.001"),
    (60, 1, "179.95", "-16.5"),
    (56, 1, "151.2153", "-33.8568"),
    (19, 1, "-68.3", "-54.8"),
    (23, 1, "-43.2105", "-22.9519"),
    (58, 1, "166.67", "-77.85"),
    (34, 1, "18.4241", "-33.9249"),
    (10, 0, "-126.5", "45"),
]

print("zone,south,longitude,latitude,easting,northing")
for zone, south, longitude, latitude in POINTS:
    east, north = utm(zone, south, mpf(longitude), mpf(latitude))
    print(f"{zone},{south},{longitude},{latitude},{nstr(east, 17)},{nstr(north, 17)}")
