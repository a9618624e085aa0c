package dev.zonal.paper.published;

import dev.zonal.paper.Paper;
import java.util.List;

/** All papers, in the order in which a reader wants them. */
public final class Papers {
  private Papers() {}

  public static List<Paper> all() {
    return List.of(
        ResidualSpectra.paper(),
        DeepEqualsShallow.paper(),
        SameSpace.paper(),
        PowerSeriesTrace.paper(),
        DeepResidual.paper(),
        OrthogonalWeights.paper(),
        RecurrentKernels.paper(),
        SmoothInterpolation.paper(),
        RandomFeatures.paper(),
        TangentHierarchy.paper(),
        PlainDoubles.paper());
  }
}
