"""Takes the newest approved model package of the product to its endpoint, with the AWS command line."""

import json
import os
import subprocess
import sys

INSTANCE_TYPE = "ml.m5.large"
INSTANCES = 1


def sagemaker(*arguments):
    """The answer of one call of SageMaker; AWS's error on standard error, and CalledProcessError, where it fails."""
    command = ["aws", "sagemaker", *arguments, "--output", "json"]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(answer) if answer.strip() else {}


def found(*arguments):
    """The answer of a describe call, or None where there is nothing of that name."""
    command = ["aws", "sagemaker", *arguments, "--output", "json"]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if answer.returncode == 0:
        return json.loads(answer.stdout)
    # SageMaker has no error of its own for what does not exist.
    if "ValidationException" in answer.stderr and "ould not find" in answer.stderr:
        return None
    sys.exit(answer.stderr.strip())


def newest_approved(group):
    packages = sagemaker(
        "list-model-packages",
        *("--model-package-group-name", group, "--model-approval-status", "Approved"),
        *("--sort-by", "CreationTime", "--sort-order", "Descending", "--max-items", "1"),
    )["ModelPackageSummaryList"]
    if not packages:
        sys.exit(f"no model of {group} is approved: approve one, then run the pipeline again")
    return packages[0]["ModelPackageArn"]


def make_model(name, package):
    if found("describe-model", "--model-name", name) is None:
        sagemaker(
            "create-model",
            *("--model-name", name, "--execution-role-arn", os.environ["EXECUTION_ROLE_ARN"]),
            *("--primary-container", json.dumps({"ModelPackageName": package})),
        )


def make_endpoint_config(name):
    if found("describe-endpoint-config", "--endpoint-config-name", name) is None:
        variant = {
            "VariantName": "main",
            "ModelName": name,
            "InstanceType": INSTANCE_TYPE,
            "InitialInstanceCount": INSTANCES,
        }
        sagemaker(
            "create-endpoint-config",
            *("--endpoint-config-name", name, "--production-variants", json.dumps([variant])),
        )


def serve(endpoint, config):
    names = ("--endpoint-name", endpoint, "--endpoint-config-name", config)
    current = found("describe-endpoint", "--endpoint-name", endpoint)
    if current is None:
        sagemaker("create-endpoint", *names)
    elif current["EndpointConfigName"] != config:
        sagemaker("update-endpoint", *names)
    sagemaker("wait", "endpoint-in-service", "--endpoint-name", endpoint)
    # An update that fails leaves the endpoint in service with what it had.
    serving = sagemaker("describe-endpoint", "--endpoint-name", endpoint)["EndpointConfigName"]
    if serving != config:
        sys.exit(f"{endpoint} still serves {serving}: see its FailureReason")


def main():
    package = newest_approved(os.environ["MODEL_PACKAGE_GROUP"])
    version = package.rsplit("/", 1)[1]
    name = f"{os.environ['RUNTIME_PREFIX']}-v{version}"
    make_model(name, package)
    make_endpoint_config(name)
    serve(os.environ["ENDPOINT_NAME"], name)
    print(f"{os.environ['ENDPOINT_NAME']} serves version {version}")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
