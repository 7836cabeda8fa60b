import argparse
import os
import numpy as np


def main():
    words = argparse.ArgumentParser()
    for name, address in PICTURES.items():
        words.add_argument(f"--{name}", required=True, help=f"the file of {address}")
    words.add_argument("--weights", required=WEIGHTS is None, help="the run's weights file; torchvision's own if left out")
    words.add_argument("--output", default="results", help="the folder to write to")
    given = words.parse_args()

    network = load(given.weights)
    arrays, picture = run(network, *(opened(getattr(given, name)) for name in PICTURES))
    os.makedirs(given.output, exist_ok=True)
    for name, values in arrays.items():
        np.save(os.path.join(given.output, f"{name}.npy"), values.detach().numpy())
    picture.save(os.path.join(given.output, "result.png"))
    print(f"{given.output}: result.png, {', '.join(f'{name}.npy' for name in arrays)}")


if __name__ == "__main__":
    main()
