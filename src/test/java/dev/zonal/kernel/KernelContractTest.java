package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

/** Every kernel of the catalogue keeps the contract of kernels. */
class KernelContractTest {

  @Group
  class ResNtk implements KernelContract {
    @Override
    public String name() {
      return "resntk";
    }
  }

  @Group
  class ResNngp implements KernelContract {
    @Override
    public String name() {
      return "resnngp";
    }
  }

  @Group
  class FcNtk implements KernelContract {
    @Override
    public String name() {
      return "fcntk";
    }
  }

  @Group
  class FcNngp implements KernelContract {
    @Override
    public String name() {
      return "fcnngp";
    }
  }

  @Group
  class Ntk implements KernelContract {
    @Override
    public String name() {
      return "ntk";
    }
  }

  @Group
  class Nngp implements KernelContract {
    @Override
    public String name() {
      return "nngp";
    }
  }

  @Group
  class RNtk implements KernelContract {
    @Override
    public String name() {
      return "rntk";
    }
  }

  @Group
  class RNngp implements KernelContract {
    @Override
    public String name() {
      return "rnngp";
    }
  }

  @Group
  class ArcCos implements KernelContract {
    @Override
    public String name() {
      return "arccos";
    }
  }

  @Group
  class Laplace implements KernelContract {
    @Override
    public String name() {
      return "laplace";
    }
  }

  @Group
  class Gaussian implements KernelContract {
    @Override
    public String name() {
      return "gaussian";
    }
  }

  @Group
  class GammaExp implements KernelContract {
    @Override
    public String name() {
      return "gammaexp";
    }
  }

  @Group
  class Matern implements KernelContract {
    @Override
    public String name() {
      return "matern";
    }
  }

  @Group
  class Chord implements KernelContract {
    @Override
    public String name() {
      return "chord";
    }
  }

  @Group
  class Polynomial implements KernelContract {
    @Override
    public String name() {
      return "polynomial";
    }
  }

  @Group
  class Sobolev implements SpectralContract {
    @Override
    public String name() {
      return "sobolev";
    }
  }

  @Group
  class IntrinsicMatern implements SpectralContract {
    @Override
    public String name() {
      return "intrinsicmatern";
    }
  }

  @Group
  class Heat implements SpectralContract {
    @Override
    public String name() {
      return "heat";
    }
  }

  @Group
  class Poisson implements SpectralContract {
    @Override
    public String name() {
      return "poisson";
    }
  }

  @Group
  class Spectrum implements SpectralContract {
    @Override
    public String name() {
      return "spectrum";
    }
  }

  @Example
  void everyKernelOfTheCatalogueIsHeldToIt() {
    Set<String> names =
        Catalogue.entries().stream().map(CatalogueEntry::name).collect(Collectors.toSet());
    Set<String> held =
        Arrays.stream(KernelContractTest.class.getDeclaredClasses())
            .map(c -> c.getSimpleName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertEquals(new TreeSet<>(names), new TreeSet<>(held));
  }
}
