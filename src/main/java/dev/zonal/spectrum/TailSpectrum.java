package dev.zonal.spectrum;
// adapter to be written when TailExpansion lands
final class TailSpectrum {
  TailSpectrum(dev.zonal.kernel.Kernel kernel, int dimension, dev.zonal.kernel.AnalyticData analytic) {}
  java.util.Optional<Enclosure> enclose(long k, int bits) { return java.util.Optional.empty(); }
}
