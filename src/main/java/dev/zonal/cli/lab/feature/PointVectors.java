package dev.zonal.cli.lab.feature;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Place;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.Vector;
import dev.zonal.lab.feature.DoubleVector;
import java.util.List;
import java.util.stream.IntStream;

/** The points of a file in doubles, and how many doubles there is room for. */
final class PointVectors {
  private PointVectors() {}

  /**
   * The vectors of a file.
   *
   * @throws UsageException if a coordinate is beyond the range of doubles
   */
  static List<double[]> of(DataFile file) {
    return of(file.points(InputKind.VECTORS));
  }

  static List<double[]> of(Points<Vector> points) {
    return IntStream.range(0, points.count())
        .mapToObj(i -> doubles(points.inputs().get(i), points.places().get(i)))
        .toList();
  }

  private static double[] doubles(Vector vector, Place place) {
    double[] coordinates =
        IntStream.range(0, vector.dimension())
            .mapToDouble(i -> vector.coordinate(i).doubleValue())
            .toArray();
    if (!Double.isFinite(DoubleVector.norm(coordinates))) {
      throw new UsageException(
          place + ": the laboratory computes in doubles, and this is too long");
    }
    return coordinates;
  }

  /**
   * Refuses more doubles than a half of the memory holds.
   *
   * @throws UsageException with what they take
   */
  static void requireMemory(long doubles) {
    long memory = Runtime.getRuntime().maxMemory();
    if (doubles > memory / 2 / Double.BYTES) {
      throw new UsageException(
          ("%d doubles take %d MB, and Java has %d MB, of which this may take half"
                  + " (ZONAL_JAVA_OPTS=-Xmx8g gives it 8 GiB)")
              .formatted(doubles, doubles * Double.BYTES / 1_000_000, memory / 1_000_000));
    }
  }
}
